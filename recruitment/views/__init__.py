"""The pages of a headship. They read a Position, and change a case only through its actions."""
