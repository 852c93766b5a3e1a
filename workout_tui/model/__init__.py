"""What a workout is: values and rules. No I/O, no clock, no chance, no SQL."""
