package dev.deed.engine.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InOrderTest {

  private static final List<Integer> MANY = IntStream.range(0, 1_000).boxed().toList();

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 8})
  void hands_over_everything_in_order_in_this_thread(int cores) {
    var taken = new ArrayList<Integer>();
    var here = Thread.currentThread();
    new InOrder(cores)
        .each(
            MANY,
            number -> number * 2,
            number -> {
              assertEquals(here, Thread.currentThread());
              taken.add(number);
            });
    assertEquals(MANY.stream().map(number -> number * 2).toList(), taken);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 16, 17, 33})
  void hands_over_any_number(int items) {
    var taken = new ArrayList<Integer>();
    new InOrder(4).each(MANY.subList(0, items), number -> number, taken::add);
    assertEquals(MANY.subList(0, items), taken);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 8})
  void throws_the_first_failure_in_the_order_of_the_items(int cores) {
    var taken = new ArrayList<Integer>();
    var failure =
        assertThrows(
            IllegalArgumentException.class,
            () -> new InOrder(cores).each(MANY, InOrderTest::refusesHundreds, taken::add));
    assertEquals("100", failure.getMessage());
    assertTrue(taken.size() <= 100);
    assertEquals(MANY.subList(0, taken.size()), taken);
  }

  private static int refusesHundreds(int number) {
    if (number > 0 && number % 100 == 0) {
      throw new IllegalArgumentException(String.valueOf(number));
    }
    return number;
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 4})
  void makes_no_more_ahead_than_has_room(int cores) {
    var made = new AtomicInteger();
    var most = new AtomicInteger();
    var taken = new AtomicInteger();
    new InOrder(cores)
        .each(
            MANY,
            number -> made.incrementAndGet(),
            number -> most.accumulateAndGet(made.get() - taken.getAndIncrement(), Math::max));
    assertTrue(most.get() <= (cores * 4 + 2) * 16, most::toString);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 4})
  void makes_with_more_than_one_thread(int cores) {
    var both = new CountDownLatch(2);
    new InOrder(cores)
        .each(
            MANY,
            number -> {
              // The first of one batch waits for that of another, which another thread makes.
              if (number == 0 || number == 16) {
                both.countDown();
                await(both);
              }
              return number;
            },
            number -> {});
    assertEquals(0, both.getCount());
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
