"""What editors write, read with positions and checked: text → located data → values."""
