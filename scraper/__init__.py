"""From an address to a PageRecord, or a reason why not."""
