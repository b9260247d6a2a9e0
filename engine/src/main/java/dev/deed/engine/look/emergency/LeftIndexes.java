package dev.deed.engine.look.emergency;

import dev.deed.sql.QualifiedName;
import java.util.List;

/// Reads which indexes a build has left invalid.
record LeftIndexes(Hurry hurry) {

  List<LeftIndex> read() {
    return hurry.rows(
        "the invalid indexes",
        EmergencySql.LEFT_INDEXES,
        row ->
            new LeftIndex(
                QualifiedName.of(row.getString("schema"), String.valueOf(row.getString("name"))),
                QualifiedName.of(
                    row.getString("table_schema"), String.valueOf(row.getString("table_name"))),
                row.getBoolean("of_constraint")));
  }
}
