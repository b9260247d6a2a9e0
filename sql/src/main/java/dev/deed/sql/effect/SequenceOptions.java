package dev.deed.sql.effect;

import dev.deed.sql.QualifiedName;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The options written in a sequence's definition.
///
/// @param values by lower-case option: `as`, `increment`, `minvalue`, `maxvalue`, `start`,
///   `restart`, `cache`, `cycle`, `sequence name`, `logged`; `NO x` has the value `no`, an option
///   without value `""`
/// @param ownedBy the table of `OWNED BY table.column`; null if not written and for `NONE`
/// @param ownedByColumn the column of `OWNED BY`; `none` for `OWNED BY NONE`, null if not written
public record SequenceOptions(
    Map<String, String> values, @Nullable QualifiedName ownedBy, @Nullable String ownedByColumn) {

  public static final SequenceOptions NONE = new SequenceOptions(Map.of(), null, null);

  public SequenceOptions {
    values = Map.copyOf(values);
  }
}
