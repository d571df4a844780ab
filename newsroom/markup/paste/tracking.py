"""Addresses without what follows a reader: marks of campaigns, and the gates that count clicks.

The tables are the whole knowledge; a new mark or gate is a line in them.
"""

from __future__ import annotations

import re
from base64 import urlsafe_b64decode
from urllib.parse import SplitResult, parse_qsl, unquote, urljoin, urlsplit, urlunsplit

from newsroom.domain.links import is_safe_link, is_web_link

_EVERYWHERE = frozenset(
    {
        *("_openstat", "_ga", "_gl", "_hsenc", "_hsmi", "__hsfp", "__hssc", "__hstc", "__s"),
        *(
            "__cft__",
            "_branch_match_id",
            "_bta_c",
            "_bta_tid",
            "_ke",
            "_kx",
            "_ym_uid",
            "ascsubtag",
        ),
        *("cmpid", "elqtrack", "elqtrackid", "erid", "intcmp", "mindbox-message-key", "mkwid"),
        *("ocid", "pcrid", "sfmc_id", "sfmcid", "srcid", "sscid", "trk_contact", "trk_module"),
        *("trk_msg", "trk_sid", "wt_mc", "wt_zmc"),
        *("__twitter_impression", "action_object_map", "action_ref_map", "action_type_map"),
        *("dclid", "dicbo", "efg", "ef_id", "epik", "fb_action_ids", "fb_action_types", "fb_ref"),
        *("fb_source", "fbclid", "gad_campaignid", "gad_source", "gbraid", "gclid", "gclsrc"),
        *("guccounter", "guce_referrer", "guce_referrer_sig", "hsctatracking", "igsh", "igshid"),
        *("irclickid", "li_fat_id", "mc_cid", "mc_eid", "mc_tc", "mindbox-click-id", "mkt_tok"),
        *("ml_subscriber", "ml_subscriber_hash", "msclkid", "ncid", "ns_campaign", "ns_mchannel"),
        *("ns_source", "oly_anon_id", "oly_enc_id", "openstat", "rb_clickid", "rdt_cid", "roistat"),
        *(
            "s_cid",
            "s_kwcid",
            "sc_campaign",
            "scid",
            "smid",
            "spm",
            "srsltid",
            "tblci",
            "tt_content",
        ),
        *("tt_medium", "ttclid", "twclid", "vero_conv", "vero_id", "wbraid", "wickedid", "xtor"),
        *("yadclid", "yadordid", "yclid", "ymclid", "ysclid", "zanpid", "from_source"),
    }
)
_FAMILIES = ("utm_", "mtm_", "matomo_", "pk_", "piwik_", "at_", "hmb_", "stm_", "itm_", "hsa_")
_ON_SITES: tuple[tuple[re.Pattern[str], frozenset[str]], ...] = (
    (
        re.compile(r"(?:.+\.)?(?:youtube\.com|youtu\.be|open\.spotify\.com)"),
        frozenset({"si", "feature", "pp", "ab_channel"}),
    ),
    (
        re.compile(r"(?:.+\.)?(?:twitter|x)\.com"),
        frozenset({"s", "t", "ref_src", "ref_url", "src", "cxt"}),
    ),
    (re.compile(r"(?:.+\.)?theguardian\.com"), frozenset({"cmp"})),
    (re.compile(r"(?:.+\.)?(?:yandex|ya)\.[a-z]+"), frozenset({"clid", "stpar1"})),
    (re.compile(r"(?:.+\.)?(?:dzen\.ru|vk\.com)"), frozenset({"share_to", "rid", "from"})),
    (re.compile(r"(?:.+\.)?instagram\.com"), frozenset({"igsh", "igshid", "img_index_src"})),
    (
        re.compile(r"(?:.+\.)?(?:facebook|fb)\.com"),
        frozenset({"mibextid", "__tn__", "eav", "paipv", "rdid", "share_url", "__xts__", "ref"}),
    ),
    (
        re.compile(r"(?:.+\.)?linkedin\.com"),
        frozenset({"trk", "trackingid", "lipi", "midtoken", "rcm", "licu", "trkinfo"}),
    ),
    (
        re.compile(r"(?:.+\.)?tiktok\.com"),
        frozenset({"_r", "_t", "is_from_webapp", "sender_device"}),
    ),
    (
        re.compile(r"(?:www\.)?google\.[a-z.]+"),
        frozenset(
            {"ved", "ei", "sca_esv", "sclient", "gs_lp", "oq", "aqs", "sourceid", "usg", "sa"}
        ),
    ),
)
_GATES: tuple[tuple[re.Pattern[str], tuple[str, ...]], ...] = tuple(
    (re.compile(pattern), names)
    for pattern, names in (
        (r"(?:www\.)?google\.[a-z.]+/url", ("q", "url")),
        (r"(?:[a-z]+\.)?(?:facebook|messenger)\.com/(?:l|flx/warn/?)(?:\.php)?", ("u",)),
        (r"l\.(?:instagram|threads|wl)\.(?:com|net|co)/?", ("u",)),
        (r"(?:www\.|m\.)?vk\.(?:com|ru)/away(?:\.php)?", ("to",)),
        (r"away\.vk\.(?:com|ru)/(?:away\.php)?", ("to",)),
        (r"[a-z0-9.-]+\.safelinks\.protection\.outlook\.com/.*", ("url",)),
        (r"statics\.teams\.(?:cdn\.office\.net|microsoft\.com)/.*/safelinks/.*", ("url",)),
        (r"t\.me/iv", ("url",)),
        (r"(?:www\.|m\.)?youtube\.com/redirect", ("q",)),
        (r"slack-redir\.net/link", ("url",)),
        (r"(?:www\.)?linkedin\.com/(?:redir/redirect|safety/go)/?", ("url",)),
        (r"(?:www\.)?steamcommunity\.com/linkfilter/?", ("u", "url")),
        (r"out\.reddit\.com/.*", ("url",)),
        (r"(?:html\.)?duckduckgo\.com/l/", ("uddg",)),
        (r"t\.umblr\.com/redirect", ("z",)),
        (r"(?:www\.)?medium\.com/r/?", ("url",)),
        (r"(?:checklink|click)\.mail\.ru/.*", ("url", "u")),
        (r"disq\.us/(?:url|\?.*)?", ("url",)),
        (r"(?:zen\.yandex|dzen)\.ru/away", ("to",)),
        (r"sba\.yandex\.(?:net|ru)/redirect", ("url",)),
        (r"(?:connect\.)?ok\.ru/dk", ("st.rfn", "st.link")),
        (r"exit\.sc/?", ("url",)),
        (r"linkprotect\.cudasvc\.com/url", ("a",)),
        (r"l\.workplace\.com/l\.php", ("u",)),
        (r"(?:www\.)?bing\.com/ck/a", ("u",)),
        (r"urldefense\.proofpoint\.com/v2/url", ("u",)),
    )
)
_IN_PATH = "urldefense.com/v3/__"
_DEFENDED = re.compile(r"/v3/__(https?://.+?)__;")
"""The address that a gate of Proofpoint holds in its path."""
_OF_PROOFPOINT = re.compile(r"https?-3A__")
_MOST_GATES = 5
_LINKED = re.compile(r"(?<=\]\()https?://[^\s()<>]+|(?<=<)https?://[^\s<>]+(?=>)", re.IGNORECASE)
_WEB = re.compile(r"https?://", re.IGNORECASE)
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]")


def plain_address(href: str, base: str = "") -> str:
    """Give the address that a link means, empty where a reader may not be sent there.

    A relative address is completed by that of the page it stood on; without one it means nothing.
    """
    address = href.strip()
    if base and is_web_link(base):
        address = _completed(base, address)
    elif address.startswith("//"):
        address = f"https:{address}"
    if _WEB.match(address):
        address = _UNSEEN.sub("", re.sub(r"\s+", "%20", address))
        address = _without_marks(_behind_gates(address))
    if not is_safe_link(address) or address.startswith(("/", "#")):
        return ""
    return address


def with_plain_links(markdown: str) -> str:
    """Give Markdown with the addresses of its links plain."""
    return _LINKED.sub(lambda found: plain_address(found[0]) or found[0], markdown)


def _completed(base: str, address: str) -> str:
    if not address or re.match(r"[a-zA-Z][a-zA-Z0-9+.-]*:", address):
        return address
    try:
        return urljoin(base, address)
    except ValueError:
        return ""


def _split(address: str) -> SplitResult | None:
    try:
        return urlsplit(address)
    except ValueError:
        return None


def _behind_gates(address: str) -> str:
    for _gate in range(_MOST_GATES):
        behind = _behind_gate(address)
        if not behind:
            break
        address = behind
    return address


def _behind_gate(address: str) -> str:
    parts = _split(address)
    if parts is None:
        return ""
    place = f"{(parts.hostname or '').lower()}{parts.path}"
    for gate, names in _GATES:
        if gate.fullmatch(place):
            given = dict(reversed(parse_qsl(parts.query)))
            found = (_spelled(given[name].strip()) for name in names if name in given)
            return next((one for one in found if is_web_link(one)), "")
    if place.startswith(_IN_PATH):
        return next((found[1] for found in _DEFENDED.finditer(address)), "")
    return ""


def _spelled(said: str) -> str:
    """Read an address that a gate spells in a way of its own."""
    if said.startswith("a1"):
        return _of_bing(said[2:])
    if _OF_PROOFPOINT.match(said):
        return unquote(said.replace("-", "%").replace("_", "/"))
    return said


def _of_bing(said: str) -> str:
    try:
        return urlsafe_b64decode(f"{said}==").decode("utf-8")
    except ValueError:
        return ""


def _without_marks(address: str) -> str:
    parts = _split(address)
    if parts is None or not (parts.query or parts.fragment):
        return address
    site = (parts.hostname or "").lower()
    query = "&".join(one for one in parts.query.split("&") if not _is_mark(one, site))
    pieces = parts.fragment.split("&")
    fragment = "" if all(_is_mark(one, site) for one in pieces) else parts.fragment
    if (query, fragment) == (parts.query, parts.fragment):
        return address
    return urlunsplit(parts._replace(query=query, fragment=fragment))


def _is_mark(pair: str, site: str) -> bool:
    name, given, _value = pair.partition("=")
    name = unquote(name).lower().partition("[")[0]
    if not given:
        return name in {"fbclid", "gclid", "yclid", "_openstat"}
    if name in _EVERYWHERE or name.startswith(_FAMILIES):
        return True
    return any(name in marks and where.fullmatch(site) for where, marks in _ON_SITES)
