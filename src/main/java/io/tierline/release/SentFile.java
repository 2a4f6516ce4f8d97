package io.tierline.release;

/** A file of an upload, as its sender named it. */
record SentFile(String name, byte[] content) {}
