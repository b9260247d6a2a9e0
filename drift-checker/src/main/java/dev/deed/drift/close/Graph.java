package dev.deed.drift.close;

import dev.deed.drift.close.Node.Phase;
import dev.deed.sql.effect.ObjectName;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;

/// What happens to all objects, and what of it comes before what.
final class Graph {

  private record Key(ObjectName object, Phase phase) {}

  private final Map<Key, Node> nodes = new LinkedHashMap<>();

  Node node(ObjectName object, Phase phase) {
    return nodes.computeIfAbsent(new Key(object, phase), k -> new Node(k.object(), k.phase()));
  }

  void order(ObjectName first, Phase phase, ObjectName second, Phase then) {
    node(first, phase).before(node(second, then));
  }

  /// Whether something already has to come before something else.
  boolean isBefore(ObjectName first, Phase phase, ObjectName second, Phase then) {
    var wanted = node(second, then);
    var queue = new ArrayDeque<>(List.of(node(first, phase)));
    var seen = new HashSet<Node>();
    while (!queue.isEmpty()) {
      var node = queue.poll();
      if (node == wanted) {
        return true;
      }
      if (seen.add(node)) {
        queue.addAll(node.successors());
      }
    }
    return false;
  }

  /// The nodes in an order in which they can run. Where there is a circle, the node goes first that
  /// would go first anyway.
  List<Node> sorted() {
    var open = new HashMap<Node, Integer>();
    nodes.values().forEach(n -> open.put(n, n.predecessors()));
    var ready = new PriorityQueue<Node>();
    open.forEach((node, count) -> {
      if (count == 0) {
        ready.add(node);
      }
    });
    var sorted = new ArrayList<Node>();
    while (!open.isEmpty()) {
      var next = ready.isEmpty() ? leastOpen(open) : ready.poll();
      if (open.remove(next) == null) {
        continue;
      }
      sorted.add(next);
      for (var after : next.successors()) {
        var left = open.computeIfPresent(after, (_, count) -> count - 1);
        if (left != null && left == 0) {
          ready.add(after);
        }
      }
    }
    return sorted;
  }

  private static Node leastOpen(Map<Node, Integer> open) {
    return open.keySet().stream().min(Node::compareTo).orElseThrow();
  }

  /// Holds what must wait for a held statement, and what would be dropped because of one.
  ///
  /// @param remade the objects that are dropped and created again
  void hold(Set<ObjectName> remade) {
    var queue = new ArrayDeque<Node>();
    var before = new HashMap<Node, List<Node>>();
    for (var node : nodes.values()) {
      node.successors().forEach(s -> before.computeIfAbsent(s, _ -> new ArrayList<>()).add(node));
      if (node.hasHeldLine()) {
        queue.add(node);
      }
    }
    var seen = new HashSet<Node>();
    while (!queue.isEmpty()) {
      var node = queue.poll();
      if (!seen.add(node)) {
        continue;
      }
      node.hold();
      queue.addAll(node.successors());
      if (remade.contains(node.object())) {
        for (var phase : Phase.values()) {
          var own = nodes.get(new Key(node.object(), phase));
          if (own != null) {
            queue.add(own);
          }
        }
      }
      for (var earlier : before.getOrDefault(node, List.of())) {
        if (earlier.phase() == Phase.RELEASE
            || (earlier.phase() == Phase.DROP && remade.contains(earlier.object()))) {
          queue.add(earlier);
        }
      }
    }
  }
}
