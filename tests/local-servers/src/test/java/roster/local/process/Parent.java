package roster.local.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A program that starts a child and a detached server, prints their process ids, and runs until it is killed. */
final class Parent {
    private Parent() {}

    public static void main(String[] arguments) throws InterruptedException {
        var child = ChildProcess.start(Path.of(arguments[0]), "child", List.of("sleep", "1000"), Map.of());
        var server = Long.parseLong(arguments[1]);
        LastWill.interrupt(server);
        System.out.println(child.pid());
        Thread.currentThread().join();
    }
}
