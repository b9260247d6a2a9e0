package dev.deed.cli.demo;

import dev.deed.project.server.EmbeddedServer;
import dev.deed.project.server.RepeatedWrite;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/// The chapter about a changeover: a column is renamed while old and new code write it.
record ColumnInUse(DemoStage stage, EmbeddedServer server) {

  private static final String DATABASE = "staging_main";
  private static final String NAME = "rename_column_documents_title";
  private static final int ROWS = 20_000;
  private static final Duration WAIT = Duration.ofSeconds(3);

  void tell() {
    stage.chapter(
        "A column in use", "api renames documents.title, and two programs write it meanwhile.");
    server.execute(
        DATABASE,
        """
        INSERT INTO datasets (owner_id, name) VALUES (gen_random_uuid(), 'demo');
        INSERT INTO documents (dataset_id, title, body)
          SELECT (SELECT max(id) FROM datasets), 'title ' || n, 'x' FROM generate_series(1, %d) n;
        """
            .formatted(ROWS));
    stage
        .run(
            "expand",
            "rename-column",
            "documents",
            "title",
            "heading",
            "--database",
            "main",
            "--wait",
            WAIT.toSeconds() + "s")
        .ends(DemoStage.YES)
        .says("give_public_documents_title", "keep_only_the_name")
        .shown("written: ", 1);
    stage.say("");
    stage.say("  (old code begins to write title)");
    try (var old = server.repeat(DATABASE, "api 1.0", write("title"))) {
      expand();
      stage.say("");
      stage.say("  (new code writes heading now, next to the old code)");
      try (var young = server.repeat(DATABASE, "api 2.0", write("heading"))) {
        contract(old);
        told(old, young);
      }
    }
  }

  /// Each program on the same rows, in turn.
  private static String write(String column) {
    return "UPDATE documents SET %1$s = %1$s || '.' WHERE id = (SELECT min(id) + (random() * 100)::int FROM documents)"
        .formatted(column);
  }

  private void expand() {
    stage
        .run("apply", "--env", "staging")
        .ends(DemoStage.YES)
        .says("3 migrations applied", "is not due")
        .shown("(api)  ", 1);
  }

  private void contract(RepeatedWrite old) {
    LockSupport.parkNanos(Duration.ofMillis(500).toNanos());
    stage
        .run("changeover", NAME, "--env", "staging")
        .ends(DemoStage.YES)
        .says("backfilled", "written by postgres with api 1.0")
        .shown("", 20);
    stage.say("");
    stage.say("  (the old code is stopped; %d seconds later)".formatted(WAIT.toSeconds() + 1));
    old.close();
    LockSupport.parkNanos(WAIT.plusSeconds(1).toNanos());
    stage
        .run("apply", "--env", "staging")
        .ends(DemoStage.YES)
        .says("1 migration applied")
        .shown("(api)  ", 1);
  }

  private void told(RepeatedWrite old, RepeatedWrite young) {
    young.close();
    var kept =
        server.value(DATABASE, "SELECT count(*) FROM documents WHERE heading LIKE 'title %'");
    var slowest = old.slowest().compareTo(young.slowest()) > 0 ? old.slowest() : young.slowest();
    stage.must(
        old.failure() == null && young.failure() == null && kept.equals(String.valueOf(ROWS)),
        "a write failed or a row is lost: %s, %s, %s rows"
            .formatted(old.failure(), young.failure(), kept));
    stage.say("");
    stage.say(
        "%d writes by old code, %d by new code: none failed, the slowest took %d ms, and no row is lost."
            .formatted(old.writes(), young.writes(), slowest.toMillis()));
  }
}
