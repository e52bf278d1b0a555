package it.percorsi.bench;

/** One node of the application in a process of its own, over the server it is told of. */
final class Node {

    private Node() {}

    /**
     * @param arguments the database and the port
     */
    public static void main(String[] arguments) {
        World.node(arguments[0], arguments[1]);
    }
}
