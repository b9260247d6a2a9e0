package dev.deed.expand;

import dev.deed.sql.QualifiedName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

  /// A flag or a number becomes words.
  ///
  /// @param type of the new column
  /// @param words the new value of each old one, both as the user writes them
  /// @param other the new value of all others, null for none
  /// @param newName null to keep the name
  record ToStatus(
      QualifiedName table,
      String column,
      String type,
      Map<String, String> words,
      @Nullable String other,
      @Nullable String newName)
      implements Request {
    public ToStatus {
      words = new LinkedHashMap<>(words);
    }

    @Override
    public String operation() {
      return "bool-or-int-to-status";
    }
  }

  /// @param type an enum, which is made if it is not there
  /// @param values of a new enum, empty where it is there
  record TextToEnum(QualifiedName table, String column, String type, List<String> values)
      implements Request {
    public TextToEnum {
      values = List.copyOf(values);
    }

    @Override
    public String operation() {
      return "text-to-enum";
    }
  }

  /// @param column of an enum type
  /// @param value that is to go
  /// @param instead the value of rows that have it
  record RemoveEnumValue(QualifiedName table, String column, String value, String instead)
      implements Request {
    @Override
    public String operation() {
      return "remove-enum-value";
    }
  }

  /// The column of the primary key.
  record KeyToBigint(QualifiedName table) implements Request {
    @Override
    public String operation() {
      return "key-to-bigint";
    }
  }
}
