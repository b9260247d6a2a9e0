package dev.deed.cli;

import dev.deed.engine.Migration;
import dev.deed.engine.Migrations;
import dev.deed.engine.Section;
import dev.deed.ownership.Database;
import dev.deed.ownership.ServiceScript;
import dev.deed.sql.schema.Schema;
import dev.deed.sql.schema.SchemaReader;
import java.util.ArrayList;
import java.util.List;

/// All migrations of one database, read in order, and the way back behind them: each down meets the
/// state that a rollback to the very beginning would bring it to.
///
/// @param schema as the ups leave it
record Replay(List<ServiceScript> ups, List<ServiceScript> downs, Schema schema) {

  static Replay of(Migrations migrations, Database database) {
    var reader = new SchemaReader(database.searchPath(), database.postgres());
    var all = migrations.of(database.name());
    var ups = new ArrayList<ServiceScript>();
    for (var migration : all) {
      ups.add(read(migration, migration.up(), reader));
    }
    var schema = reader.schema();
    var downs = new ArrayList<ServiceScript>();
    for (var migration : all.reversed()) {
      var down = migration.down();
      if (down != null) {
        downs.add(read(migration, down, reader));
      }
    }
    return new Replay(ups, downs, schema);
  }

  List<ServiceScript> upsAndDowns() {
    var scripts = new ArrayList<>(ups);
    scripts.addAll(downs);
    return scripts;
  }

  private static ServiceScript read(Migration migration, Section section, SchemaReader reader) {
    var script = section.script();
    return new ServiceScript(migration.name().service(), script, reader.read(script));
  }
}
