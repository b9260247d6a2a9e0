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
/// @param part it may be a part of a changeover, or wait for one
public record RememberedFile(
    Checksum up, boolean hasDown, boolean commented, boolean alone, boolean part) {

  /// Directives that no remembered file has.
  private static final List<String> IS_WITHOUT = List.of(Requirement.DIRECTIVE, Replaced.NAME);

  private static final List<String> OF_PARTS = List.of(ChangeoverPart.NAME, ContractOrder.NAME);

  private static final int LENGTH = 68;

  /// Whether a file with this text may be remembered.
  public static boolean isPossible(String text) {
    return !Section.addressesDeed(text) || IS_WITHOUT.stream().noneMatch(text::contains);
  }

  /// Whether a file with this text may be a part of a changeover.
  public static boolean isPart(String text) {
    return Section.addressesDeed(text) && OF_PARTS.stream().anyMatch(text::contains);
  }

  /// True if it is known that the file has no such directive.
  boolean isWithout(String directive) {
    return IS_WITHOUT.contains(directive) || (!part && OF_PARTS.contains(directive));
  }

  /// Empty if the text was not written by this class.
  public static Optional<RememberedFile> of(String text) {
    return text.length() == LENGTH
        ? Optional.of(
            new RememberedFile(
                new Checksum(text.substring(4)),
                text.charAt(0) == 'd',
                text.charAt(1) == 'c',
                text.charAt(2) == 'a',
                text.charAt(3) == 'p'))
        : Optional.empty();
  }

  public String text() {
    return (hasDown ? "d" : "-")
        + (commented ? "c" : "-")
        + (alone ? "a" : "-")
        + (part ? "p" : "-")
        + up.hex();
  }
}
