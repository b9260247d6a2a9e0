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
/// @param directives what its comments ask of deed
public record RememberedFile(
    Checksum up,
    boolean hasDown,
    boolean commented,
    boolean alone,
    RememberedDirectives directives) {

  /// Directives that no remembered file has.
  private static final List<String> IS_WITHOUT = List.of(Requirement.DIRECTIVE, Replaced.NAME);

  private static final int FLAGS = 3;
  private static final int LENGTH = FLAGS + 64;

  /// Whether a file with this text may be remembered.
  public static boolean isPossible(String text) {
    return !Section.addressesDeed(text) || IS_WITHOUT.stream().noneMatch(text::contains);
  }

  /// @param whole the text of both parts
  public static RememberedFile of(
      Section up, String whole, boolean hasDown, boolean commented, boolean alone) {
    var directives = RememberedDirectives.of(whole, up.text());
    return new RememberedFile(up.checksum(), hasDown, commented, alone, directives);
  }

  /// Empty if the text was not written by this class.
  public static Optional<RememberedFile> of(String text) {
    return text.length() < LENGTH
        ? Optional.empty()
        : RememberedDirectives.of(text.substring(LENGTH))
            .map(directives ->
                new RememberedFile(
                    new Checksum(text.substring(FLAGS, LENGTH)),
                    text.charAt(0) == 'd',
                    text.charAt(1) == 'c',
                    text.charAt(2) == 'a',
                    directives));
  }

  public String text() {
    return (hasDown ? "d" : "-")
        + (commented ? "c" : "-")
        + (alone ? "a" : "-")
        + up.hex()
        + directives.text();
  }
}
