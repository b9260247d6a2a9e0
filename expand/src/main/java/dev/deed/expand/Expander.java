package dev.deed.expand;

import dev.deed.sql.schema.Schema;

/// Writes a request as a story of migrations, from the schema as it is now. Pure: no file, no
/// database, no clock.
public record Expander(Schema schema, ExpandSettings settings) {

  /// @throws NotExpanded if the change cannot be made so, with the reasons
  public Story story(Request request) {
    var target = TargetTable.of(schema, request.table());
    return switch (request) {
      case Request.RenameColumn rename -> new ColumnRename(target, settings, rename).story();
      case Request.ChangeType change -> TypeChange.of(target, settings, change).story();
      case Request.ToStatus status -> new StatusWords(target, settings, status).story();
      case Request.TextToEnum text -> new EnumChange(target, settings).to(text).story();
      case Request.RemoveEnumValue remove ->
          new EnumChange(target, settings).without(remove).story();
      case Request.SetNotNull set -> new ConstraintStory(target, settings).of(set);
      case Request.AddRequiredColumn add -> new ConstraintStory(target, settings).of(add);
      case Request.AddCheck add -> new ConstraintStory(target, settings).of(add);
      case Request.AddUnique add -> new ConstraintStory(target, settings).of(add);
      case Request.AddForeignKey add -> new ConstraintStory(target, settings).of(add);
      case Request.DropColumn drop -> new Removal(target, settings).of(drop);
      case Request.DropTable drop -> new Removal(target, settings).of(drop);
      case Request.RenameTable rename -> new TableRename(target, settings, rename).story();
      case Request.SplitColumn split -> Division.of(target, settings, split).story();
      case Request.MergeColumns merge -> Division.of(target, settings, merge).story();
      case Request.KeyToBigint _ -> new KeyChange(target, settings).story();
    };
  }
}
