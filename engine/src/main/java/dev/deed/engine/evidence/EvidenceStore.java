package dev.deed.engine.evidence;

import dev.deed.sql.UserException;
import java.util.Collection;
import java.util.List;

/// Where evidence is kept: a table of a database, or a file.
public interface EvidenceStore {

  /// As shown to users: `deed.evidence of production/main`.
  String words();

  /// All of it, or nothing.
  ///
  /// @throws UserException if it cannot be kept
  void keep(List<Evidence> evidence);

  /// Also what is about other texts of the same versions.
  ///
  /// @throws UserException if the store cannot be read; a store that does not exist yet is empty
  EvidenceFound find(Collection<Evidence.Subject> subjects);

  /// Whether it can be used, without changing anything.
  ///
  /// @throws UserException if the server does not answer
  Condition condition();

  /// @param words what it is, and how much it has
  /// @param unreadable why it cannot be read, or not be believed; empty where it can
  /// @param unwritable why nothing can be added; empty where it can
  /// @param advice what to do; empty where nothing is to be done
  record Condition(String words, String unreadable, String unwritable, String advice) {}
}
