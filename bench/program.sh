# For the benches, which source it from the repository's folder: sets deed, the program that is measured ($DEED, such as a native
# one, or ./deed), and java. Both are built and trained before the clock runs.
. cli/jdk.sh
find_jdk
java=$jdk/bin/java
deed=${DEED:-$PWD/deed}
case $deed in /*) ;; *) deed=$PWD/$deed ;; esac
export DEED="$deed"
./deed --version > /dev/null # the benches in Java need its jar
"$deed" --version > /dev/null

# Runs a bench that is written in Java, with deed's classes.
bench() { # CLASS ARGUMENTS...
  name=$1
  shift
  "$java" -Djava.util.logging.manager=org.jboss.logmanager.LogManager -cp cli/target/quick/deed.jar "bench/$name.java" "$@"
}
