package dev.deed.cli.job;

import dev.deed.cli.host.EnvironmentFile;
import dev.deed.cli.host.Surroundings;
import dev.deed.engine.connect.Address;
import dev.deed.engine.connect.ConnectionUrl;
import dev.deed.engine.connect.Patience;
import dev.deed.engine.connect.Target;
import dev.deed.engine.look.ReadOnlySession;
import dev.deed.engine.look.catalog.CatalogSchema;
import dev.deed.ownership.propose.LiveFacts;
import dev.deed.ownership.propose.RepositoryFacts.UrlVariable;
import dev.deed.sql.DatabaseName;
import dev.deed.sql.EnvironmentName;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.UserException;
import dev.deed.sql.schema.Relation.Table;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The database that `init` may ask: that of `--url`, or the one that `.env` names. It is only
/// read.
record InitDatabase(Surroundings surroundings, Path top, List<UrlVariable> variables) {

  private static final Duration ASKED = Duration.ofSeconds(10);

  /// A database that was not asked for by its URL may be of another machine.
  private static final Duration UNASKED = Duration.ofSeconds(3);

  /// The tables in which tools remember what they have applied.
  private static final Set<String> HISTORIES =
      Set.of(
          "flyway_schema_history",
          "schema_version",
          "databasechangelog",
          "databasechangeloglock",
          "alembic_version",
          "__drizzle_migrations",
          "_prisma_migrations",
          "knex_migrations",
          "knex_migrations_lock",
          "pgmigrations",
          "schema_migrations",
          "ar_internal_metadata",
          "django_migrations",
          "goose_db_version",
          "_sqlx_migrations",
          "__diesel_schema_migrations");

  /// @param facts null if no database was read
  /// @param words what was asked, or why nothing could be read; empty if there was nothing to ask
  record Answer(@Nullable LiveFacts facts, String words) {}

  /// @param url null for the one that `.env` names
  /// @throws UserException if the database of this URL cannot be read
  Answer read(@Nullable String url) {
    if (url != null) {
      return asked(url, "--url", ASKED);
    }
    var values = values();
    for (var variable : variables) {
      var value = values.get(variable.name());
      if (value != null && value.matches("(?s)(jdbc:)?postgres(ql)?(\\+\\w+)?:.*")) {
        try {
          return asked(value, variable.name(), UNASKED);
        } catch (UserException e) {
          return new Answer(
              null,
              "the database of %s was not read: %s".formatted(variable.name(), e.firstLine()));
        }
      }
    }
    return new Answer(null, "");
  }

  private Map<String, String> values() {
    var file = top.resolve(".env");
    try {
      return Files.isRegularFile(file)
          ? EnvironmentFile.read(file).below(surroundings.environment())
          : surroundings.environment();
    } catch (UserException e) {
      return surroundings.environment();
    }
  }

  private Answer asked(String text, String source, Duration patience) {
    // SQLAlchemy's URLs name a driver, which is of no interest here.
    var url =
        ConnectionUrl.parse(
            text.replaceFirst("^(postgres(?:ql)?)\\+\\w+:", "$1:"), surroundings.environment());
    var target = new Target(new EnvironmentName("local"), new DatabaseName("main"));
    var catalogs =
        ReadOnlySession.at(new Address(target, url), Patience.of(patience), CatalogSchema::read);
    var schema = LiveSchema.of(catalogs).schema();
    var tables = new TreeMap<QualifiedName, String>();
    for (var object : schema.unordered()) {
      if (object instanceof Table table
          && table.partition() == null
          && !HISTORIES.contains(table.qualifiedName().name())) {
        var owner = table.attributes().owner();
        tables.put(table.qualifiedName(), owner == null ? "" : owner);
      }
    }
    var facts =
        new LiveFacts(url.database(), catalogs.postgres(), tables, SourceReading.links(schema));
    return new Answer(
        facts,
        "the database of %s has %s"
            .formatted(source, tables.size() == 1 ? "1 table" : tables.size() + " tables"));
  }
}
