package dev.deed.sql.effect;

import dev.deed.sql.QualifiedName;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a sequence's definition says, only what is written.
///
/// @param values by lower-case option: `as`, `increment`, `minvalue`, `maxvalue`, `start`,
///   `restart`, `cache`, `cycle`, `sequence name`, `logged`; `NO x` has the value `no`, a bare
///   option `""`
/// @param ownedBy the table of `OWNED BY table.column`; null for none written and for `NONE`
/// @param ownedByColumn likewise the column, `none` for `OWNED BY NONE`
public record SequenceOptions(
    Map<String, String> values, @Nullable QualifiedName ownedBy, @Nullable String ownedByColumn) {

  public static final SequenceOptions NONE = new SequenceOptions(Map.of(), null, null);

  public SequenceOptions {
    values = Map.copyOf(values);
  }
}
