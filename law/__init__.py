"""What the law says about appointing and appraising a head, as dated and cited data. No Django."""
