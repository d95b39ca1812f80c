"""Information lines: label and value, or a date alone, as content systems print them."""
