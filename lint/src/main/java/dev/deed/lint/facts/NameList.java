package dev.deed.lint.facts;

import java.util.Collection;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Names in a sentence: the first few, then how many more there are.
public final class NameList {

  /// How many are named.
  public static final int NAMED = 5;

  private NameList() {}

  public static <T> String of(Collection<T> things, Function<T, String> name) {
    var rest = things.size() - NAMED;
    var named = things.stream().limit(NAMED).map(name).collect(Collectors.joining(", "));
    return rest > 0 ? named + " and " + rest + " more" : named;
  }
}
