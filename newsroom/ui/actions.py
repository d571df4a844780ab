"""Every command, in one table; menus, toolbar, palette and the sheet of keys are made from it."""

from __future__ import annotations

from newsroom.settings import Appearance
from newsroom.ui.commands.command import Command, Group, Situation
from newsroom.ui.frame.places import PLACE_ICONS, PLACE_KEYS, PLACE_WORDS, Place
from newsroom.ui.inserting.table_deeds import TABLE_DEEDS


def _always(now: Situation) -> bool:
    return now.library


def _format(name: str, words: str, icon: str, key: str = "") -> Command:
    return Command(
        f"format.{name}",
        Group.FORMAT,
        words,
        icon,
        key,
        lambda now: now.formatting,
        lambda deeds: deeds.format(name),
        shown=True,
    )


def _move(way: str, words: str, icon: str, key: str) -> Command:
    return Command(
        f"edit.move-{way}",
        Group.EDIT,
        words,
        icon,
        key,
        lambda now: now.formatting,
        lambda deeds: deeds.format(f"move-{way}"),
    )


def _insert(name: str, words: str, icon: str, key: str = "") -> Command:
    return Command(
        f"insert.{name}",
        Group.INSERT,
        words,
        icon,
        key,
        lambda now: now.rich,
        lambda deeds: deeds.format(name),
        shown=name == "fact-box",
    )


def _table(name: str, words: str, icon: str) -> Command:
    return Command(
        f"table.{name}",
        Group.TABLE,
        words,
        icon,
        "",
        lambda now: now.formatting and now.table,
        lambda deeds: deeds.format(name),
    )


def _go(place: Place) -> Command:
    return Command(
        f"go.{place.value}",
        Group.GO,
        PLACE_WORDS[place],
        PLACE_ICONS[place],
        PLACE_KEYS[place],
        _always,
        lambda deeds: deeds.go_to(place),
    )


def _look(appearance: Appearance, words: str, icon: str) -> Command:
    return Command(
        f"view.{appearance.value}",
        Group.VIEW,
        words,
        icon,
        "",
        _always,
        lambda deeds: deeds.choose_appearance(appearance),
    )


def _text_size(name: str, words: str, icon: str, key: str, by: int) -> Command:
    return Command(
        f"view.{name}",
        Group.VIEW,
        words,
        icon,
        key,
        _always,
        lambda deeds: deeds.resize_text(by),
    )


def _picture(name: str, words: str, icon: str, key: str = "") -> Command:
    return Command(
        f"picture.{name}",
        Group.PICTURES,
        words,
        icon,
        key,
        lambda now: now.place is Place.PICTURES,
        lambda deeds: deeds.picture(name),
    )


def _pictures(name: str, words: str, icon: str, key: str = "") -> Command:
    return Command(
        f"pictures.{name}",
        Group.PICTURES,
        words,
        icon,
        key,
        lambda now: now.place is Place.PICTURES,
        lambda deeds: deeds.many_pictures(name),
    )


NEW = Command(
    "article.new",
    Group.ARTICLE,
    "New article",
    "mdi6.plus",
    "Ctrl+N",
    _always,
    lambda deeds: deeds.new_article(),
)

COMMANDS: tuple[Command, ...] = (
    NEW,
    Command(
        "article.find", Group.ARTICLE, "Search articles", "mdi6.magnify", "Ctrl+Shift+F",
        _always, lambda deeds: deeds.find_article(),
    ),
    Command(
        "article.version", Group.ARTICLE, "Save a version", "mdi6.content-save-outline", "Ctrl+S",
        lambda now: now.writing, lambda deeds: deeds.save_version(),
    ),
    Command(
        "article.submit", Group.ARTICLE, "Submit for approval", "mdi6.send-outline", "Ctrl+Return",
        lambda now: now.writing and not now.obstacle, lambda deeds: deeds.submit(),
    ),
    Command(
        "article.bin", Group.ARTICLE, "Move to the bin", "mdi6.trash-can-outline",
        "Ctrl+Shift+Del",
        lambda now: now.writing, lambda deeds: deeds.bin_articles(),
    ),
    Command(
        "article.lead", Group.ARTICLE, "Choose lead picture", "mdi6.image-outline",
        "Ctrl+Shift+L",
        lambda now: now.writing, lambda deeds: deeds.choose_lead(),
    ),
    Command(
        "edit.undo", Group.EDIT, "Undo", "mdi6.undo", "Ctrl+Z",
        lambda now: now.undo, lambda deeds: deeds.undo(),
    ),
    Command(
        "edit.redo", Group.EDIT, "Redo", "mdi6.redo", "Ctrl+Shift+Z",
        lambda now: now.redo, lambda deeds: deeds.redo(),
    ),
    Command(
        "edit.paste-plain", Group.EDIT, "Paste as plain text", "mdi6.clipboard-text-outline",
        "Ctrl+Shift+V", lambda now: now.formatting, lambda deeds: deeds.format("paste-plain"),
    ),
    Command(
        "edit.find", Group.EDIT, "Find in the article", "mdi6.text-search", "Ctrl+F",
        lambda now: now.writing, lambda deeds: deeds.tool("find"),
    ),
    Command(
        "edit.replace", Group.EDIT, "Find and replace", "mdi6.find-replace", "Ctrl+H",
        lambda now: now.writing, lambda deeds: deeds.tool("replace"),
    ),
    Command(
        "edit.find-next", Group.EDIT, "Next match", "mdi6.chevron-down", "F3",
        lambda now: now.writing, lambda deeds: deeds.tool("find-next"),
    ),
    Command(
        "edit.find-previous", Group.EDIT, "Previous match", "mdi6.chevron-up", "Shift+F3",
        lambda now: now.writing, lambda deeds: deeds.tool("find-previous"),
    ),
    Command(
        "edit.replace-all", Group.EDIT, "Replace all matches", "mdi6.text-box-check-outline",
        "Ctrl+Alt+Return",
        lambda now: now.writing, lambda deeds: deeds.tool("replace-all"),
    ),
    Command(
        "edit.correct", Group.EDIT, "Correct quotes and dashes", "mdi6.auto-fix",
        "Ctrl+Shift+Y", lambda now: now.rich, lambda deeds: deeds.format("correct"),
    ),
    Command(
        "edit.typographic", Group.EDIT, "Set quotes and dashes while typing",
        "mdi6.format-quote-open", "",
        lambda now: now.writing, lambda deeds: deeds.format("typographic"), shown=True,
    ),
    _move("up", "Move block up", "mdi6.arrow-up", "Alt+Shift+Up"),
    _move("down", "Move block down", "mdi6.arrow-down", "Alt+Shift+Down"),
    _format("bold", "Bold", "mdi6.format-bold", "Ctrl+B"),
    _format("italic", "Italic", "mdi6.format-italic", "Ctrl+I"),
    _format("link", "Link", "mdi6.link-variant", "Ctrl+L"),
    _format("strike", "Strike through", "mdi6.format-strikethrough", "Ctrl+Shift+X"),
    _format("sub", "Subscript", "mdi6.format-subscript", "Ctrl+="),
    _format("sup", "Superscript", "mdi6.format-superscript", "Ctrl+Shift+="),
    _format("code", "Code", "mdi6.code-tags", "Ctrl+E"),
    _format("paragraph", "Body text", "mdi6.format-paragraph", "Ctrl+Alt+0"),
    _format("heading-2", "Heading", "mdi6.format-header-2", "Ctrl+Alt+2"),
    _format("heading-3", "Smaller heading", "mdi6.format-header-3", "Ctrl+Alt+3"),
    _format("heading-4", "Smallest heading", "mdi6.format-header-4", "Ctrl+Alt+4"),
    _format("bullets", "Bulleted list", "mdi6.format-list-bulleted", "Ctrl+Shift+8"),
    _format("numbers", "Numbered list", "mdi6.format-list-numbered", "Ctrl+Shift+7"),
    _format("quote", "Quote", "mdi6.format-quote-close", "Ctrl+Shift+9"),
    _format("pull-quote", "Pull quote", "mdi6.format-quote-open-outline", "Ctrl+Shift+P"),
    Command(
        "insert.picture", Group.INSERT, "Picture", "mdi6.image-plus", "Ctrl+Shift+I",
        lambda now: now.rich, lambda deeds: deeds.insert_picture(),
    ),
    Command(
        "insert.add-pictures", Group.INSERT, "Add pictures to the library",
        "mdi6.image-multiple-outline", "Ctrl+Alt+A",
        _always, lambda deeds: deeds.add_pictures(),
    ),
    Command(
        "insert.use-picture", Group.INSERT, "Use this picture in the article",
        "mdi6.image-check-outline", "Ctrl+Alt+U",
        lambda now: now.place is Place.PICTURES and now.article, lambda deeds: deeds.use_picture(),
    ),
    _insert("fact-box", "Fact box", "mdi6.card-text-outline", "Ctrl+Shift+B"),
    _insert("table", "Table", "mdi6.table", "Ctrl+Shift+T"),
    _insert("embed", "Post or video", "mdi6.link-box-variant-outline", "Ctrl+Shift+E"),
    _insert("rule", "Line between parts", "mdi6.minus", "Ctrl+Shift+R"),
    _insert("footnote", "Footnote", "mdi6.format-annotation-plus", "Ctrl+Alt+F"),
    _picture("previous", "Previous picture", "mdi6.chevron-left", "Alt+Left"),
    _picture("next", "Next picture", "mdi6.chevron-right", "Alt+Right"),
    _picture("crop", "Crop the picture", "mdi6.crop", "Ctrl+Alt+K"),
    _picture(
        "take-over", "Take over the look-alike's record", "mdi6.content-duplicate", "Ctrl+Alt+O"
    ),
    _picture("replace", "Replace the picture everywhere", "mdi6.swap-horizontal"),
    Command(
        "pictures.folder", Group.PICTURES, "Add a folder of pictures…",
        "mdi6.folder-multiple-image", "",
        _always, lambda deeds: deeds.many_pictures("folder"),
    ),
    _pictures("find", "Search pictures", "mdi6.magnify"),
    _pictures("edit", "Edit chosen pictures together…", "mdi6.form-textbox", "Ctrl+Alt+R"),
    _pictures("sheet", "Contact sheet to PDF…", "mdi6.file-pdf-box", "Ctrl+Alt+C"),
    _pictures("bin", "Move chosen pictures to the bin", "mdi6.trash-can-outline"),
    _pictures("restore", "Restore chosen pictures", "mdi6.restore"),
    Command(
        "review.approve", Group.REVIEW, "Approve", "mdi6.check-decagram-outline",
        "Ctrl+Shift+Return",
        lambda now: now.place is Place.REVIEW, lambda deeds: deeds.approve(),
    ),
    Command(
        "review.return", Group.REVIEW, "Return with note", "mdi6.arrow-u-left-top",
        "Ctrl+Shift+Backspace",
        lambda now: now.place is Place.REVIEW, lambda deeds: deeds.return_story(),
    ),
    Command(
        "review.next-change", Group.REVIEW, "Next change", "mdi6.arrow-down", "Alt+Down",
        lambda now: now.place is Place.REVIEW, lambda deeds: deeds.next_change(1),
    ),
    Command(
        "review.previous-change", Group.REVIEW, "Previous change", "mdi6.arrow-up", "Alt+Up",
        lambda now: now.place is Place.REVIEW, lambda deeds: deeds.next_change(-1),
    ),
    Command(
        "publish.export", Group.PUBLISH, "Export", "mdi6.tray-arrow-up", "Ctrl+Alt+E",
        lambda now: now.place is Place.PUBLISH, lambda deeds: deeds.export(),
    ),
    Command(
        "publish.folder", Group.PUBLISH, "Choose the folder to export into",
        "mdi6.folder-outline", "",
        _always, lambda deeds: deeds.choose_export_folder(),
    ),
    *(_table(*one) for one in TABLE_DEEDS),
    *(_go(place) for place in Place),
    Command(
        "go.footnote", Group.GO, "From a footnote's mark to its note, or back",
        "mdi6.swap-vertical", "Ctrl+Shift+J",
        lambda now: now.formatting, lambda deeds: deeds.format("to-footnote"),
    ),
    Command(
        "go.next-pane", Group.GO, "Next pane", "mdi6.arrow-right", "F6",
        _always, lambda deeds: deeds.next_pane(1),
    ),
    Command(
        "go.previous-pane", Group.GO, "Previous pane", "mdi6.arrow-left", "Shift+F6",
        _always, lambda deeds: deeds.next_pane(-1),
    ),
    Command(
        "view.source", Group.VIEW, "Markdown source", "mdi6.language-markdown-outline",
        "Ctrl+Alt+M", lambda now: now.writing, lambda deeds: deeds.toggle_source(), shown=True,
    ),
    Command(
        "view.details", Group.VIEW, "Sources, tags and address", "mdi6.form-textbox",
        "Ctrl+Alt+D", lambda now: now.writing, lambda deeds: deeds.toggle_details(), shown=True,
    ),
    Command(
        "view.inspector", Group.VIEW, "Preview and checks", "mdi6.dock-right", "Ctrl+Alt+I",
        lambda now: now.place is Place.ARTICLES, lambda deeds: deeds.toggle_inspector(),
    ),
    Command(
        "view.history", Group.VIEW, "Look at earlier states", "mdi6.history", "Ctrl+Alt+H",
        lambda now: now.writing, lambda deeds: deeds.look_back(),
    ),
    Command(
        "view.social", Group.VIEW, "Social: the page where it is shared",
        "mdi6.share-variant-outline", "Ctrl+Alt+S",
        lambda now: now.writing, lambda deeds: deeds.look("social"),
    ),
    Command(
        "view.print", Group.VIEW, "Print view", "mdi6.printer-outline", "Ctrl+Alt+V",
        lambda now: now.writing, lambda deeds: deeds.look("print"),
    ),
    Command(
        "article.print", Group.ARTICLE, "Print or save as PDF…", "mdi6.file-pdf-box", "Ctrl+P",
        lambda now: now.writing, lambda deeds: deeds.look("pdf"),
    ),
    Command(
        "view.spot", Group.VIEW, "Show where I am in the preview", "mdi6.crosshairs",
        "Ctrl+Alt+P", lambda now: now.writing, lambda deeds: deeds.look("spot"),
    ),
    Command(
        "view.list", Group.VIEW, "List of articles", "mdi6.dock-left", "Ctrl+Alt+L",
        lambda now: now.place is Place.ARTICLES, lambda deeds: deeds.toggle_list(),
    ),
    Command(
        "view.focus", Group.VIEW, "Focus on the text", "mdi6.image-filter-center-focus", "F11",
        lambda now: now.writing, lambda deeds: deeds.tool("focus"), shown=True,
    ),
    Command(
        "view.target", Group.VIEW, "Word target", "mdi6.flag-checkered", "Ctrl+Alt+W",
        lambda now: now.writing, lambda deeds: deeds.tool("target"),
    ),
    _look(Appearance.SYSTEM, "Light or dark as the system", "mdi6.theme-light-dark"),
    _look(Appearance.LIGHT, "Light", "mdi6.white-balance-sunny"),
    _look(Appearance.DARK, "Dark", "mdi6.weather-night"),
    _look(Appearance.CONTRAST, "High contrast", "mdi6.contrast-circle"),
    _text_size("larger-text", "Larger text", "mdi6.format-font-size-increase", "Ctrl+Alt+=", 1),
    _text_size("smaller-text", "Smaller text", "mdi6.format-font-size-decrease", "Ctrl+Alt+-", -1),
    _text_size("normal-text", "Normal text", "mdi6.format-size", "Ctrl+0", 0),
    Command(
        "newsroom.palette", Group.NEWSROOM, "Search or run a command", "mdi6.magnify", "Ctrl+K",
        _always, lambda deeds: deeds.show_palette(),
    ),
    Command(
        "newsroom.menu", Group.NEWSROOM, "Menu", "mdi6.menu", "F10",
        _always, lambda deeds: deeds.show_menu(),
    ),
    Command(
        "newsroom.keys", Group.NEWSROOM, "Keys", "mdi6.keyboard-outline", "F1",
        _always, lambda deeds: deeds.show_keys(),
    ),
    Command(
        "newsroom.open", Group.NEWSROOM, "Open another library", "mdi6.folder-open-outline",
        "Ctrl+O", _always, lambda deeds: deeds.open_library(),
    ),
    Command(
        "newsroom.passphrase", Group.NEWSROOM, "Set a passphrase", "mdi6.key-outline", "",
        _always, lambda deeds: deeds.protect_key(),
    ),
    Command(
        "newsroom.quit", Group.NEWSROOM, "Quit", "mdi6.exit-to-app", "Ctrl+Q",
        _always, lambda deeds: deeds.quit(),
    ),
)  # fmt: skip
