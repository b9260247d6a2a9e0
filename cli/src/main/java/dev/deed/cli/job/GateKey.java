package dev.deed.cli.job;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.deed.engine.Migrations;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;

/// A hash of all that an answer of the gate depends on: what is pending and left out, every
/// migration's text, the ownership file (with its versions of PostgreSQL, search paths, rules and
/// grants), what was recorded as known, and the day, which ends grants and ignores. The program's
/// version is in the memory's own head.
final class GateKey {

  private final MessageDigest digest;

  private GateKey() {
    try {
      this.digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  static String of(
      Project project, Migrations migrations, LocalDate today, List<PlanResult> results) {
    var key = new GateKey();
    key.add(today.toString());
    key.add(project.fingerprint());
    key.add(KnownFindings.textOf(project));
    for (var migration : migrations.all()) {
      key.add(migration.file().path());
      key.add(migration.up().text());
      var down = migration.down();
      key.add(down == null ? "" : down.file().path());
      key.add(down == null ? "" : down.text());
    }
    for (var result : results) {
      var plan = result.plan();
      key.add(result.premise().database().text());
      key.add(plan == null ? "" : plan.moves().toString());
      migrations.of(result.premise().database()).stream()
          .filter(migration -> result.history().isDone(migration.version()))
          .forEach(migration -> key.add(migration.version().text()));
    }
    return HexFormat.of().formatHex(key.digest.digest());
  }

  /// With its length, so that no two lists of texts are the same bytes.
  private void add(String text) {
    var bytes = text.getBytes(UTF_8);
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
    digest.update(bytes);
  }
}
