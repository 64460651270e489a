// EyeMovements
