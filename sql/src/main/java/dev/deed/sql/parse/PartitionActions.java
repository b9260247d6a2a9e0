package dev.deed.sql.parse;

import static dev.deed.sql.Keyword.ATTACH;
import static dev.deed.sql.Keyword.CONCURRENTLY;
import static dev.deed.sql.Keyword.DETACH;
import static dev.deed.sql.Keyword.FINALIZE;
import static dev.deed.sql.Keyword.INTO;
import static dev.deed.sql.Keyword.MERGE;
import static dev.deed.sql.Keyword.PARTITION;
import static dev.deed.sql.Keyword.PARTITIONS;
import static dev.deed.sql.Keyword.SPLIT;

import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.AlterTarget;
import dev.deed.sql.effect.TableEffect;
import dev.deed.sql.lex.Cursor;
import dev.deed.sql.lex.Sign;
import java.util.ArrayList;
import java.util.List;

/// Actions of `ALTER TABLE` on partitions. Each of them is a statement of its own.
final class PartitionActions {

  private final ParserState parsing;
  private final Cursor cursor;
  private final PartitionBounds bounds;

  PartitionActions(ParserState parsing) {
    this.parsing = parsing;
    this.cursor = parsing.cursor;
    this.bounds = new PartitionBounds(parsing);
  }

  boolean atAction() {
    return cursor.atAny(ATTACH, DETACH, MERGE, SPLIT);
  }

  /// @return true if the action cannot run in a transaction block
  boolean read(AlterTarget target) {
    var first = cursor.position();
    if (cursor.accept(ATTACH)) {
      attach(target, first);
      return false;
    }
    if (cursor.accept(DETACH)) {
      return detach(target, first);
    }
    parsing.newer(19, "MERGE and SPLIT PARTITION", first);
    if (cursor.accept(MERGE)) {
      merge(target, first);
    } else {
      cursor.expect(SPLIT);
      split(target, first);
    }
    return false;
  }

  private void attach(AlterTarget target, int first) {
    var place = parsing.effectCount();
    cursor.expect(PARTITION);
    var partitionAt = cursor.position();
    var partition = cursor.qualifiedName("a table name");
    var partitionSpan = cursor.spanFrom(partitionAt);
    var bound = bounds.bound();
    parsing.addAt(
        place,
        new TableEffect.AttachesPartition(
            target, partition, bound, partitionSpan, cursor.spanFrom(first)));
  }

  private boolean detach(AlterTarget target, int first) {
    cursor.expect(PARTITION);
    var partitionAt = cursor.position();
    var partition = cursor.qualifiedName("a table name");
    var partitionSpan = cursor.spanFrom(partitionAt);
    var concurrently = cursor.accept(CONCURRENTLY);
    var finalizes = !concurrently && cursor.accept(FINALIZE);
    parsing.add(
        new TableEffect.DetachesPartition(
            target, partition, concurrently, finalizes, partitionSpan, cursor.spanFrom(first)));
    return concurrently;
  }

  /// `MERGE PARTITIONS (a, b) INTO c`
  private void merge(AlterTarget target, int first) {
    cursor.expect(PARTITIONS);
    cursor.open();
    var from = cursor.qualifiedNames("a partition name");
    cursor.close();
    cursor.expect(INTO);
    var into = cursor.qualifiedName("the new partition name");
    rearrange(target, from, List.of(into), first);
  }

  /// `SPLIT PARTITION a INTO (PARTITION b FOR VALUES ..., PARTITION c ...)`
  private void split(AlterTarget target, int first) {
    cursor.expect(PARTITION);
    var from = cursor.qualifiedName("a partition name");
    cursor.expect(INTO);
    cursor.open();
    var into = new ArrayList<QualifiedName>();
    do {
      cursor.expect(PARTITION);
      into.add(cursor.qualifiedName("the new partition name"));
      bounds.bound();
    } while (cursor.accept(Sign.COMMA));
    cursor.close();
    rearrange(target, List.of(from), into, first);
  }

  private void rearrange(
      AlterTarget target, List<QualifiedName> from, List<QualifiedName> into, int first) {
    var span = cursor.spanFrom(first);
    parsing.add(new TableEffect.RearrangesPartitions(target, from, into, span));
  }
}
