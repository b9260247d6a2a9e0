package dev.deed.cli;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What people type who know another tool: Alembic, Flyway, Liquibase, Rails, Django, dbmate,
/// goose, golang-migrate, Prisma, Sqitch, psql.
final class OtherTools {

  private static final String APPLY = "deed apply --env ENVIRONMENT applies what is pending";
  private static final String ROLLBACK =
      "deed rollback --env ENVIRONMENT --to -1 undoes the last migration";
  private static final String STATUS =
      "deed status shows what is applied and what is pending in each environment";
  private static final String CHECK = "deed check examines all migrations";
  private static final String VERIFY =
      "deed verify --env ENVIRONMENT compares a database with its history and the files";
  private static final String STAMP =
      "deed stamp --env ENVIRONMENT --to VERSION records as applied what a database has already; it runs"
          + " nothing";
  private static final String NEW = "deed new \"what it changes\" creates a migration file";
  private static final String SQL = "deed sql --env ENVIRONMENT writes the SQL, for psql";
  private static final String INIT =
      "deed init writes schema-ownership.yaml from what it finds in a repository; the first deed"
          + " apply creates deed's own tables";
  private static final String REPAIR =
      "deed never needs a repair: deed verify --env ENVIRONMENT shows what differs, deed apply resumes"
          + " what was interrupted, deed record notes what was changed by hand";
  private static final String CLEAN =
      "deed never drops a database: deed rollback --env ENVIRONMENT --to base undoes every"
          + " migration, dropdb and createdb begin afresh";
  private static final String DUMP = "pg_dump --schema-only writes the schema; deed drift compares";
  private static final String ORDER =
      "deed plan --env ENVIRONMENT shows the order; there are no branches to merge, since every migration"
          + " has its own version";
  private static final String DOCTOR =
      "deed doctor --env ENVIRONMENT checks whether it can be migrated";
  private static final String DRIFT = "deed drift --from SIDE --to SIDE compares two schemas";
  private static final String EXEC = "deed exec --env ENVIRONMENT runs SQL by hand";
  private static final String HELP =
      "deed --help lists the commands, deed COMMAND --help explains one";

  private static final Map<String, String> ANSWERS = new HashMap<>();

  static {
    answer(APPLY, "up", "upgrade", "migrate", "update", "deploy", "run", "push", "execute");
    answer(APPLY, "db:migrate", "migrate:up", "migrate:latest", "db:push", "sync", "up-to");
    answer(APPLY, "up-by-one", "upto", "update-count", "migrate-up", "latest", "forward");
    answer(ROLLBACK, "down", "downgrade", "undo", "revert", "back", "backward", "redo", "down-to");
    answer(ROLLBACK, "db:rollback", "migrate:down", "migrate:rollback", "rollback-count");
    answer(ROLLBACK, "migrate-down", "unapply", "db:migrate:down", "migrate:undo");
    answer(STATUS, "info", "current", "show", "showmigrations", "list", "ls", "state", "pending");
    answer(STATUS, "db:migrate:status", "migrate:status", "db:version", "currentversion");
    answer(CHECK, "validate", "test", "dry-run");
    answer(VERIFY, "checksum", "audit");
    answer(
        STAMP, "baseline", "mark", "fake", "resolve", "force", "changelog-sync", "changelogsync");
    answer(STAMP, "mark-next-changeset-ran", "db:baseline");
    answer(NEW, "revision", "generate", "create", "make", "makemigrations", "add", "g");
    answer(NEW, "generate-changelog", "db:generate", "migration:generate", "migrate:make");
    answer(SQL, "updatesql", "update-sql", "sqlmigrate", "script");
    answer(INIT, "setup", "install", "create-db", "db:create", "db:setup", "bootstrap");
    answer(REPAIR, "repair", "fix", "unlock", "release-locks", "releaselocks", "clear-checksums");
    answer(CLEAN, "clean", "reset", "drop", "drop-all", "fresh", "refresh", "wipe", "db:reset");
    answer(CLEAN, "db:drop", "migrate:fresh", "migrate:reset", "db:schema:load", "load", "wait");
    answer(DUMP, "dump", "snapshot", "db:schema:dump", "db:structure:dump", "inspect", "pull");
    answer(ORDER, "heads", "branches", "merge", "squash", "rebase", "edit");
    answer(DOCTOR, "ping", "connect", "health");
    answer(DRIFT, "diff", "compare", "schema-diff", "db:pull");
    answer(EXEC, "sql-exec", "psql", "query", "seed", "db:seed", "dbshell");
    answer(HELP, "help", "?", "man", "usage", "commands");
    answer("deed --version shows the version", "version", "v");
    answer("deed history --env ENVIRONMENT shows what was done, when and by whom", "log", "events");
    answer("deed owners shows who owns which table", "who", "ownership");
  }

  private OtherTools() {}

  private static void answer(String advice, String... words) {
    for (var word : words) {
      ANSWERS.put(word, advice);
    }
  }

  /// What to type instead, with ENVIRONMENT and the like to be filled in.
  static Optional<String> answer(String word) {
    return Optional.ofNullable(ANSWERS.get(word.toLowerCase(Locale.ROOT)));
  }
}
