/** Passwords that a careless script, configuration file or statement would change or lose. */
export const HOSTILE_PASSWORDS: readonly string[] = [
  'a b"c\\d#$e', "'", "it's", '"', '\\', '\\\\\'', '#', ' # ', '$HOME', '`id`', '$(id)', '%s%n%[env(HOME)]', '%(user)s', '\\r\\n', '\\x41\\061',
  '*', '{}[]|;&<>?!~^', '-x', '--help', ' blank before', 'blank behind ', 'pässwörd €', '💥', "'; DROP USER root; --", 'a:b@c/d?e=f', 'x'.repeat(1000),
];
