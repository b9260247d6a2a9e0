package dev.deed.engine;

import java.util.List;
import java.util.Optional;

/// What is remembered of a migration's file so that it need not be opened. A file with `requires`
/// or `replaces` is not remembered: the order of all migrations depends on it.
///
/// @param up checksum of the part that is applied
/// @param hasDown the file has a down section
/// @param commented the down section was written as comments
/// @param alone a marker of another tool says that the file must not run in a transaction
public record RememberedFile(Checksum up, boolean hasDown, boolean commented, boolean alone) {

  /// Directives that no remembered file has.
  static final List<String> IS_WITHOUT = List.of(Requirement.DIRECTIVE, Replaced.NAME);

  private static final int LENGTH = 67;

  /// Whether a file with this text may be remembered.
  public static boolean isPossible(String text) {
    return !Section.addressesDeed(text) || IS_WITHOUT.stream().noneMatch(text::contains);
  }

  /// Empty if the text was not written by this class.
  public static Optional<RememberedFile> of(String text) {
    return text.length() == LENGTH
        ? Optional.of(
            new RememberedFile(
                new Checksum(text.substring(3)),
                text.charAt(0) == 'd',
                text.charAt(1) == 'c',
                text.charAt(2) == 'a'))
        : Optional.empty();
  }

  public String text() {
    return (hasDown ? "d" : "-") + (commented ? "c" : "-") + (alone ? "a" : "-") + up.hex();
  }
}
