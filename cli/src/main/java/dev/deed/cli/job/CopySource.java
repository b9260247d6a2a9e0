package dev.deed.cli.job;

import dev.deed.cli.scratch.Copy;
import dev.deed.sql.DatabaseName;

/// Makes copies of the databases of a project.
interface CopySource extends AutoCloseable {

  /// The caller closes it.
  Copy make(DatabaseName database);

  /// Whether a copy has what the environment has, its history included; else it is empty.
  boolean isFilled();

  /// Whether its server exists for the copies only, so that roles may be made there.
  boolean isPrivate();

  /// Only where the server is private.
  void createRole(String name);

  /// What a copy is, in words.
  String words();

  @Override
  void close();
}
