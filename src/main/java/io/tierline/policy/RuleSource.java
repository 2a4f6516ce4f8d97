package io.tierline.policy;

import java.util.List;

/** Where a rule comes from: its name, its file, and the clauses of its {@code @clauses}. */
record RuleSource(String rule, String file, List<String> clauses) {}
