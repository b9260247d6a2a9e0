package dev.deed.cli;

import dev.deed.engine.Migrations;
import dev.deed.ownership.Database;
import dev.deed.ownership.ServiceScript;
import dev.deed.sql.schema.Schema;
import dev.deed.sql.schema.SchemaReader;
import java.util.List;

/// All migrations of one database, read in order.
///
/// @param schema as they leave it
record Replay(List<ServiceScript> scripts, Schema schema) {

  static Replay of(Migrations migrations, Database database) {
    var reader = new SchemaReader(database.searchPath());
    var scripts =
        migrations.of(database.name()).stream()
            .map(m -> {
              var script = m.up().script();
              return new ServiceScript(m.name().service(), script, reader.read(script));
            })
            .toList();
    return new Replay(scripts, reader.schema());
  }
}
