"""The enums of the Sheets API that the look-alike knows, with their values."""

from __future__ import annotations

ENUMS: dict[str, tuple[str, ...]] = {
    "Dimension": ("ROWS", "COLUMNS"),
    "SheetType": ("GRID", "OBJECT", "DATA_SOURCE"),
    "SortOrder": ("ASCENDING", "DESCENDING"),
    "PasteType": (
        "PASTE_NORMAL",
        "PASTE_VALUES",
        "PASTE_FORMAT",
        "PASTE_NO_BORDERS",
        "PASTE_FORMULA",
        "PASTE_DATA_VALIDATION",
        "PASTE_CONDITIONAL_FORMATTING",
    ),
    "PasteOrientation": ("NORMAL", "TRANSPOSE"),
    "DeveloperMetadataVisibility": ("DOCUMENT", "PROJECT"),
    "NumberFormatType": ("TEXT", "NUMBER", "PERCENT", "CURRENCY", "DATE", "TIME", "DATE_TIME", "SCIENTIFIC"),
    "HorizontalAlign": ("LEFT", "CENTER", "RIGHT"),
    "VerticalAlign": ("TOP", "MIDDLE", "BOTTOM"),
    "WrapStrategy": ("OVERFLOW_CELL", "LEGACY_WRAP", "CLIP", "WRAP"),
    "ValueInputOption": ("RAW", "USER_ENTERED"),
    "ValueRenderOption": ("FORMATTED_VALUE", "UNFORMATTED_VALUE", "FORMULA"),
    "DateTimeRenderOption": ("SERIAL_NUMBER", "FORMATTED_STRING"),
    "InsertDataOption": ("OVERWRITE", "INSERT_ROWS"),
}
