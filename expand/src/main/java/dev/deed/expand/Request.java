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

  /// @param fill the value of rows that have none, null to refuse them
  record SetNotNull(QualifiedName table, String column, @Nullable String fill) implements Request {
    @Override
    public String operation() {
      return "set-not-null";
    }
  }

  /// @param type of the new column
  /// @param value its default, for rows that are there and for new ones
  record AddRequiredColumn(QualifiedName table, String column, String type, String value)
      implements Request {
    @Override
    public String operation() {
      return "add-required-column";
    }
  }

  /// @param name of the constraint
  record AddCheck(QualifiedName table, String name, String condition) implements Request {
    @Override
    public String operation() {
      return "add-check";
    }
  }

  /// @param name of the constraint
  record AddUnique(QualifiedName table, String name, List<String> columns) implements Request {
    public AddUnique {
      columns = List.copyOf(columns);
    }

    @Override
    public String operation() {
      return "add-unique";
    }
  }

  /// @param name of the constraint
  /// @param parentColumns empty for the parent's primary key
  /// @param actions `ON DELETE CASCADE` and the like, `""` for none
  /// @param deleteOrphans rows without a parent are moved into a table
  record AddForeignKey(
      QualifiedName table,
      String name,
      List<String> columns,
      QualifiedName parent,
      List<String> parentColumns,
      String actions,
      boolean deleteOrphans)
      implements Request {
    public AddForeignKey {
      columns = List.copyOf(columns);
      parentColumns = List.copyOf(parentColumns);
    }

    @Override
    public String operation() {
      return "add-foreign-key";
    }
  }

  record DropColumn(QualifiedName table, String column) implements Request {
    @Override
    public String operation() {
      return "drop-column";
    }
  }

  /// @param to the other table
  /// @param by the key's columns, each with that of the other table; empty for a foreign key's
  /// @param newName null to keep the name
  record MoveColumn(
      QualifiedName table,
      String column,
      QualifiedName to,
      Map<String, String> by,
      @Nullable String newName)
      implements Request {
    public MoveColumn {
      by = new LinkedHashMap<>(by);
    }

    @Override
    public String operation() {
      return "move-column";
    }
  }

  record DropTable(QualifiedName table) implements Request {
    @Override
    public String operation() {
      return "drop-table";
    }
  }

  record RenameTable(QualifiedName table, String newName) implements Request {
    @Override
    public String operation() {
      return "rename-table";
    }
  }

  record PartitionTable(QualifiedName table, PartitionWish wish) implements Request {
    @Override
    public String operation() {
      return "partition-table";
    }
  }

  /// @param parts the new columns
  /// @param back the old value from the new ones
  record SplitColumn(QualifiedName table, String column, List<Part> parts, String back)
      implements Request {
    public SplitColumn {
      parts = List.copyOf(parts);
    }

    @Override
    public String operation() {
      return "split-column";
    }
  }

  /// @param parts the old columns, each with its value from the new one
  /// @param using the new value from the old ones
  record MergeColumns(
      QualifiedName table, String column, String type, List<Part> parts, String using)
      implements Request {
    public MergeColumns {
      parts = List.copyOf(parts);
    }

    @Override
    public String operation() {
      return "merge-columns";
    }
  }

  /// @param type null for that of the column that is split
  /// @param value over the columns of the other side
  record Part(String column, @Nullable String type, String value) {}
}
