package dev.deed.sql.effect;

/// What `CREATE` and `ALTER FUNCTION` say of a routine besides its arguments, language, body and
/// settings.
public enum RoutineOption {
  /// `immutable`, `stable` or `volatile`
  VOLATILITY,
  STRICT,
  SECURITY_DEFINER,
  LEAKPROOF,
  PARALLEL,
  COST,
  ROWS,
  SUPPORT,
  WINDOW,
  TRANSFORM
}
