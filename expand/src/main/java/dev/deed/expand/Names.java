package dev.deed.expand;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.deed.sql.QualifiedName;
import dev.deed.sql.schema.Schema;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.CRC32;

/// Names for new objects: short enough for PostgreSQL, and not taken.
final class Names {

  /// In bytes.
  static final int LONGEST = 63;

  private final Set<String> taken = new HashSet<>();

  /// Unique over all schemas and kinds, and among the parts of the table: more than PostgreSQL asks
  /// for, and easier to read.
  Names(Schema schema, QualifiedName table) {
    for (var name : schema.names()) {
      if (!name.kind().isPartOfRelation() || name.name().equals(table)) {
        taken.add(name.simpleName());
      }
    }
  }

  /// The wanted name, or the first of `wanted_2`, `wanted_3` that is free; taken from now on.
  String free(String wanted) {
    var name = fit(wanted);
    for (var i = 2; !taken.add(name); i++) {
      name = fit(wanted, "_" + i);
    }
    return name;
  }

  static String fit(String name) {
    return fit(name, "");
  }

  /// Cuts the middle of a long name and puts a checksum of all of it there.
  static String fit(String name, String suffix) {
    if (bytes(name + suffix) <= LONGEST) {
      return name + suffix;
    }
    var end = "_" + checksum(name) + suffix;
    var cut = name;
    while (bytes(cut) + bytes(end) > LONGEST) {
      cut = cut.substring(0, cut.offsetByCodePoints(cut.length(), -1));
    }
    return cut + end;
  }

  static String checksum(String text) {
    var sum = new CRC32();
    sum.update(text.getBytes(UTF_8));
    return "%08x".formatted(sum.getValue());
  }

  static int bytes(String text) {
    return text.getBytes(UTF_8).length;
  }
}
