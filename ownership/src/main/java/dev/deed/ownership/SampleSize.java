package dev.deed.ownership;

import java.util.Optional;

/// How many rows of each table a copy has. Rows that they refer to are copied with them.
public sealed interface SampleSize {

  /// What `parse` accepts.
  String EXPECTED = "a share such as 5%, or a number of rows of each table such as 1000";

  /// @param percent of the rows of each table, above 0 and up to 100
  record Share(double percent) implements SampleSize {}

  /// @param most of each table, at least 1
  record Rows(long most) implements SampleSize {}

  static Optional<SampleSize> parse(String text) {
    var written = text.strip();
    if (written.matches("[0-9]{1,3}(\\.[0-9]{1,9})?%")) {
      var percent = Double.parseDouble(written.substring(0, written.length() - 1));
      return percent > 0 && percent <= 100 ? Optional.of(new Share(percent)) : Optional.empty();
    }
    if (written.matches("[0-9]{1,18}") && Long.parseLong(written) > 0) {
      return Optional.of(new Rows(Long.parseLong(written)));
    }
    return Optional.empty();
  }
}
