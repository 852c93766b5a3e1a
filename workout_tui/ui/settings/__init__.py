"""What the settings screen is made of, without a widget: sections, rows, and the steps taken in one visit."""
