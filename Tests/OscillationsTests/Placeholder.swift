// Oscillations
