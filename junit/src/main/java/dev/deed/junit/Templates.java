package dev.deed.junit;

import dev.deed.engine.Migration;
import dev.deed.engine.Section;
import dev.deed.engine.scratch.ScratchDatabase;
import dev.deed.project.ScratchBuild;
import dev.deed.project.server.Scratch;
import dev.deed.sql.DatabaseName;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Databases with all of their migrations, from which copies are made. JVMs on one server share
/// them if they have the same files.
///
/// @param names on the server
record Templates(Scratch scratch, Map<DatabaseName, String> names) {

  private static final int KEY_LENGTH = 16;

  /// @throws dev.deed.sql.UserException what stopped the first migration that failed
  static Templates of(Scratch scratch, ProjectFiles files, List<DatabaseName> databases) {
    var key = key(String.valueOf(scratch.server().url().user()), files, databases);
    var names = scratch.server().templates(key, databases, () -> build(scratch, files, databases));
    return new Templates(scratch, names);
  }

  private static Map<DatabaseName, ScratchDatabase> build(
      Scratch scratch, ProjectFiles files, List<DatabaseName> databases) {
    return ScratchBuild.of(scratch, files.ownership(), files.migrations(), databases).databases();
  }

  /// As it is after the migrations; the caller closes it.
  ScratchDatabase copy(DatabaseName database) {
    return scratch.server().copy(database, Objects.requireNonNull(names.get(database)), "");
  }

  /// Of all that decides on what the databases hold.
  private static String key(String user, ProjectFiles files, List<DatabaseName> databases) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      add(digest, user);
      add(digest, files.text());
      for (var database : databases) {
        add(digest, database.text());
        files.migrations().of(database).forEach(migration -> add(digest, migration));
      }
      return HexFormat.of().formatHex(digest.digest()).substring(0, KEY_LENGTH);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static void add(MessageDigest digest, Migration migration) {
    add(digest, migration.name().toString());
    add(digest, migration.file().path());
    add(digest, migration.origin().toString());
    add(digest, migration.up());
    add(digest, migration.down());
  }

  private static void add(MessageDigest digest, @Nullable Section section) {
    add(digest, section == null ? "" : section.text());
  }

  /// With its length, so that no two lists of texts are one.
  private static void add(MessageDigest digest, String text) {
    digest.update((text.length() + ":" + text).getBytes(StandardCharsets.UTF_8));
  }
}
