package io.tierline.policy;

/** A ground for closing and whether it holds now. */
public record Ground(String ground, boolean holds, Why why) {}
