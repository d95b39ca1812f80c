"""What belongs to the site around the content: menus, tools, breadcrumb, neighbours, footer."""
