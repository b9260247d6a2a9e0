package dev.deed.drift;

import java.util.Arrays;
import java.util.function.IntConsumer;

/// A list of numbers for each of many things, one after the other.
final class NumberLists {

  private int[] numbers = new int[1 << 12];

  /// Where the numbers of each thing end.
  private int[] ends = new int[1 << 10];

  private int count;

  int count() {
    return count;
  }

  /// Adds a number to the list that is not ended yet.
  void add(int number) {
    var at = ends[count];
    if (at == numbers.length) {
      numbers = Arrays.copyOf(numbers, at * 2);
    }
    numbers[at] = number;
    ends[count]++;
  }

  void endList() {
    count++;
    if (count == ends.length) {
      ends = Arrays.copyOf(ends, count * 2);
    }
    ends[count] = ends[count - 1];
  }

  void forEach(int list, IntConsumer each) {
    for (var i = start(list); i < ends[list]; i++) {
      each.accept(numbers[i]);
    }
  }

  int size(int list) {
    return ends[list] - start(list);
  }

  int get(int list, int place) {
    return numbers[start(list) + place];
  }

  private int start(int list) {
    return list == 0 ? 0 : ends[list - 1];
  }

  /// For each number the lists that have it.
  ///
  /// @param size larger than every number
  NumberLists inverted(int size) {
    var inverted = new NumberLists();
    inverted.ends = new int[size + 1];
    inverted.numbers = new int[count == 0 ? 0 : ends[count - 1]];
    inverted.count = size;
    for (var i = 0; i < inverted.numbers.length; i++) {
      inverted.ends[numbers[i]]++;
    }
    var next = new int[size];
    for (var i = 1; i < size; i++) {
      inverted.ends[i] += inverted.ends[i - 1];
      next[i] = inverted.ends[i - 1];
    }
    for (var list = 0; list < count; list++) {
      for (var i = start(list); i < ends[list]; i++) {
        inverted.numbers[next[numbers[i]]++] = list;
      }
    }
    return inverted;
  }
}
