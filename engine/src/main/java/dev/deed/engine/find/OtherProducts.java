package dev.deed.engine.find;

import static java.util.stream.Collectors.toSet;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Files of one folder that are for other products than PostgreSQL, by the names of files and of
/// folders in it: `mysql/1_users.sql`, `1_users.sqlite3.up.sql`, `shop.oracle.create.sql` next to
/// `shop.postgres.create.sql`.
public final class OtherProducts {

  /// Where a name has a product's: what is before it, and the next word.
  private record Shape(String folder, List<String> before, String after) {}

  private OtherProducts() {}

  /// @param paths relative to the folder
  /// @param text of a path
  /// @return the titles of the products
  public static SortedMap<String, String> in(Collection<String> paths, UnaryOperator<String> text) {
    var byProduct = new TreeMap<Product, Set<String>>();
    for (var path : paths) {
      var product = Product.named(path);
      if (product != null) {
        byProduct.computeIfAbsent(product, _ -> new HashSet<>()).add(path);
      }
    }
    var others = new TreeMap<String, String>();
    var isOursNamed = paths.stream().anyMatch(OtherProducts::isOurs);
    byProduct.forEach((product, files) -> {
      // `oracle` may be the name of a part of the program.
      if (isOursNamed
          || files.stream().noneMatch(path -> Product.isForPostgres(text.apply(path)))) {
        files.forEach(path -> others.put(path, product.titleIn(path)));
      }
    });
    byShape(paths, others);
    for (var path : paths) {
      var general = withoutPostgres(path);
      if (!general.equals(path) && paths.contains(general)) {
        others.put(general, "products without a file of their own");
      }
    }
    return others;
  }

  /// After `for`, by the folders: `MySQL, Oracle`.
  ///
  /// @param others products by paths
  public static SortedMap<String, String> byFolder(Map<String, String> others) {
    var titles = new TreeMap<String, SortedSet<String>>();
    others.forEach((path, title) ->
        titles.computeIfAbsent(RepositoryFile.folderOf(path), _ -> new TreeSet<>()).add(title));
    var words = new TreeMap<String, String>();
    titles.forEach((folder, some) -> words.put(folder, String.join(", ", some)));
    return words;
  }

  /// `1_users.up.sql`, which PostgreSQL's own `1_users.postgres.up.sql` replaces.
  private static String withoutPostgres(String path) {
    var parts = List.of(RepositoryFile.nameOf(path).split("\\."));
    var general = parts.stream().filter(part -> !Product.isPostgres(part)).toList();
    return path.substring(0, path.length() - RepositoryFile.nameOf(path).length())
        + String.join(".", general);
  }

  private static boolean isOurs(String path) {
    return Stream.of(path.split("[/.]")).anyMatch(Product::isPostgres);
  }

  private static void byShape(Collection<String> paths, SortedMap<String, String> others) {
    var ours =
        paths.stream()
            .map(path -> shape(path, Product::isPostgres))
            .filter(Objects::nonNull)
            .collect(toSet());
    if (ours.isEmpty()) {
      return;
    }
    for (var path : paths) {
      var shape = shape(path, word -> Product.ofWord(word) != null);
      if (shape != null && ours.contains(shape) && shape(path, Product::isPostgres) == null) {
        var product = Objects.requireNonNull(Product.ofWord(word(path, shape)));
        others.putIfAbsent(path, product.titleIn(path));
      }
    }
  }

  private static @Nullable Shape shape(String path, Predicate<String> isProduct) {
    var words = words(path);
    for (var i = 0; i < words.size() - 1; i++) {
      if (isProduct.test(words.get(i))) {
        return new Shape(RepositoryFile.folderOf(path), words.subList(0, i), following(words, i));
      }
    }
    return null;
  }

  /// The next word that has no digits: `kingbase-mysql.create` has another product before it.
  private static String following(List<String> words, int from) {
    return words.stream()
        .skip(from + 1L)
        .filter(word -> Product.ofWord(word) == null)
        .findFirst()
        .map(word -> word.matches("[a-z]+") ? word : "#")
        .orElse("");
  }

  private static String word(String path, Shape shape) {
    return words(path).get(shape.before().size());
  }

  private static List<String> words(String path) {
    return List.of(RepositoryFile.nameOf(path).toLowerCase(Locale.ROOT).split("[._-]+"));
  }
}
