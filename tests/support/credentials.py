"""Certificates and signed pictures, made for a test by c2pa and the library that it brings."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from newsroom.domain.credentials import SigningFiles
from newsroom.pictures.credentials import can_be_checked

needs_c2pa = pytest.mark.skipif(
    not can_be_checked(), reason="c2pa is an extra (pip install newsroom[c2pa]) and is not here"
)
NAMES = ("Courier Root", "Courier Desk")


def signing_files(folder: Path, *, days: int = 300) -> SigningFiles:
    """Make a root and a signer's certificate, in force for so many days, as C2PA wants them."""
    from cryptography.hazmat.primitives import serialization
    from cryptography.hazmat.primitives.asymmetric import ec

    folder.mkdir(parents=True, exist_ok=True)
    keys = [ec.generate_private_key(ec.SECP256R1()) for _ in NAMES]
    until = datetime.now(UTC) + timedelta(days=days)
    chain = [_certificate(NAMES[1], keys[1], keys[0], until), _certificate(*_root(keys[0]), until)]
    certificate, key = folder / "chain.pem", folder / "key.pem"
    pem = serialization.Encoding.PEM
    certificate.write_bytes(b"".join(one.public_bytes(pem) for one in chain))
    (folder / "root.pem").write_bytes(chain[1].public_bytes(pem))
    form = serialization.PrivateFormat.PKCS8
    key.write_bytes(keys[1].private_bytes(pem, form, serialization.NoEncryption()))
    return SigningFiles(certificate, key)


def _root(key):
    return NAMES[0], key, key


def _certificate(name, key, issuer, until):
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes
    from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

    def titled(common: str) -> x509.Name:
        house = x509.NameAttribute(NameOID.ORGANIZATION_NAME, "The Steppe Courier")
        return x509.Name([house, x509.NameAttribute(NameOID.COMMON_NAME, common)])

    is_root = key is issuer
    names = ("digital_signature", "content_commitment", "key_encipherment", "data_encipherment")
    usage = dict.fromkeys((*names, "key_agreement", "encipher_only", "decipher_only"), False)
    usage |= {"digital_signature": not is_root, "key_cert_sign": is_root, "crl_sign": is_root}
    made = (
        x509.CertificateBuilder()
        .subject_name(titled(name))
        .issuer_name(titled(NAMES[0]))
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(until - timedelta(days=400))
        .not_valid_after(until)
        .add_extension(x509.BasicConstraints(ca=is_root, path_length=None), True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), False)
        .add_extension(
            x509.AuthorityKeyIdentifier.from_issuer_public_key(issuer.public_key()), False
        )
        .add_extension(x509.KeyUsage(**usage), True)
    )
    if not is_root:
        purpose = x509.ExtendedKeyUsage([ExtendedKeyUsageOID.EMAIL_PROTECTION])
        made = made.add_extension(purpose, False)
    return made.sign(issuer, hashes.SHA256())


def signed(data: bytes, files: SigningFiles, *, ai: bool = False) -> bytes:
    """Sign a JPEG as a camera does, or as a machine that makes pictures."""
    import io

    import c2pa

    kind = "trainedAlgorithmicMedia" if ai else "digitalCapture"
    source = f"http://cv.iptc.org/newscodes/digitalsourcetype/{kind}"
    actions = [{"action": "c2pa.created", "digitalSourceType": source}]
    actions += [{"action": "c2pa.color_adjustments"}]
    info = c2pa.C2paSignerInfo(
        files.algorithm.encode(), files.certificate.read_bytes(), files.key.read_bytes(), None
    )
    builder = c2pa.Builder(
        {
            "claim_generator_info": [{"name": "Camera", "version": "1"}],
            "assertions": [{"label": "c2pa.actions.v2", "data": {"actions": actions}}],
        }
    )
    out = io.BytesIO()
    builder.sign(c2pa.Signer.from_info(info), "image/jpeg", io.BytesIO(data), out)
    return out.getvalue()
