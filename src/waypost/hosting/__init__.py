"""What the host of a site must be told: headers, old addresses, the page for what isn't there."""
