package dev.deed.cli.job;

import dev.deed.drift.Side;
import dev.deed.engine.look.ReadOnlySession;
import dev.deed.engine.look.catalog.CatalogSchema;
import dev.deed.engine.scratch.ScratchDatabase;
import dev.deed.project.ScratchBuild;
import dev.deed.sql.DatabaseName;
import dev.deed.sql.SourceFile;
import java.util.Objects;

/// The schema of a scratch database as it is now, read from the catalogs.
final class BuiltSide {

  private BuiltSide() {}

  /// @param name of the side, as shown to users
  static Side of(ScratchBuild build, String name, DatabaseName database) {
    return of(Objects.requireNonNull(build.databases().get(database)), name);
  }

  /// @param name of the side, as shown to users
  static Side of(ScratchDatabase database, String name) {
    var catalogs =
        ReadOnlySession.at(database.address(), database.server().patience(), CatalogSchema::read);
    return Side.ofCatalogs(name, new SourceFile(name), catalogs.sql(), catalogs.postgres());
  }
}
