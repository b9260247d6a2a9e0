package dev.deed.expand;

import dev.deed.sql.QualifiedName;
import org.jspecify.annotations.Nullable;

/// What is to be changed. Expressions and types are SQL as the user wrote it.
public sealed interface Request {

  QualifiedName table();

  /// As on the command line.
  String operation();

  record RenameColumn(QualifiedName table, String column, String newName) implements Request {
    @Override
    public String operation() {
      return "rename-column";
    }
  }

  /// @param type the new type
  /// @param using the new value from the old one, null for a cast
  /// @param back the old value from the new one, null for a cast
  /// @param newName of the column with the new type, null to keep the name
  record ChangeType(
      QualifiedName table,
      String column,
      String type,
      @Nullable String using,
      @Nullable String back,
      @Nullable String newName)
      implements Request {
    @Override
    public String operation() {
      return "change-type";
    }
  }
}
