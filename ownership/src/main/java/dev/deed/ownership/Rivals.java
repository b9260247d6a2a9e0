package dev.deed.ownership;

import dev.deed.sql.DatabaseName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Finds the claims that may match the same tables as another one and are as specific, without
/// comparing each with each: an ownership file may have many thousands of them.
final class Rivals {

  private final Map<Rank, Bucket> buckets = new HashMap<>();

  /// Claims of different ranks are never equally specific.
  ///
  /// @param table null for a name with `*`
  /// @param schema null for none, or for one with `*`
  private record Rank(
      DatabaseName database,
      @Nullable String table,
      int letters,
      int stars,
      boolean hasSchema,
      @Nullable String schema,
      int schemaLetters) {

    static Rank of(Claim claim) {
      var table = claim.pattern().table();
      var schema = claim.pattern().schema();
      return new Rank(
          claim.database(),
          table.isExact() ? table.pieces().getFirst() : null,
          table.literalLength(),
          table.stars(),
          schema != null,
          schema != null && schema.isExact() ? schema.pieces().getFirst() : null,
          schema == null || schema.isExact() ? 0 : schema.literalLength());
    }
  }

  private record Placed(Claim claim, int place) {}

  /// @param each called with every claim and those before it that may contradict it, in their order
  void forEach(List<Claim> claims, BiConsumer<Claim, Supplier<List<Claim>>> each) {
    for (var place = 0; place < claims.size(); place++) {
      var claim = claims.get(place);
      var bucket = buckets.computeIfAbsent(Rank.of(claim), _ -> new Bucket());
      each.accept(claim, () -> bucket.before(claim));
      bucket.add(new Placed(claim, place));
    }
  }

  /// Names begin with a pattern's first piece and end with its last one, so patterns with a common
  /// name have beginnings of which one begins with the other, and such endings.
  private static final class Bucket {

    private final TreeMap<String, List<Placed>> byStart = new TreeMap<>();
    private final TreeMap<String, List<Placed>> byEnd = new TreeMap<>();

    void add(Placed placed) {
      byStart.computeIfAbsent(start(placed.claim), _ -> new ArrayList<>()).add(placed);
      byEnd.computeIfAbsent(end(placed.claim), _ -> new ArrayList<>()).add(placed);
    }

    List<Claim> before(Claim claim) {
      var starts = akin(byStart, start(claim));
      var ends = akin(byEnd, end(claim));
      var fewer = size(starts) <= size(ends) ? starts : ends;
      return fewer.stream()
          .flatMap(List::stream)
          .sorted(Comparator.comparingInt(Placed::place))
          .map(Placed::claim)
          .toList();
    }

    private static int size(List<List<Placed>> lists) {
      return lists.stream().mapToInt(List::size).sum();
    }

    private static List<List<Placed>> akin(TreeMap<String, List<Placed>> index, String text) {
      var shorter =
          Stream.iterate(0, length -> length < text.length(), length -> length + 1)
              .map(length -> index.get(text.substring(0, length)))
              .filter(list -> list != null);
      var longer = index.subMap(text, true, text + Character.MAX_VALUE, true).values().stream();
      return Stream.concat(shorter, longer).toList();
    }

    private static String start(Claim claim) {
      return claim.pattern().table().pieces().getFirst();
    }

    private static String end(Claim claim) {
      return new StringBuilder(claim.pattern().table().pieces().getLast()).reverse().toString();
    }
  }
}
