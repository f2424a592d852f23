"""What the law says about appointing a head, as dated and cited data. No Django here."""
