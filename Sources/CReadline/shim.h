// GNU readline for Swift: what the REPL needs, behind functions, because Swift 6 refuses C's global variables.
#ifndef CREADLINE_SHIM_H
#define CREADLINE_SHIM_H
#include <errno.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>
#include <readline/readline.h>
#include <readline/history.h>

// The descriptor that tells of Ctrl-C by a byte to read, and whether it did so while the last line was edited.
static int zhibiao_interrupt_descriptor = -1;
static int zhibiao_line_abandoned = 0;

// Waits for a key or for Ctrl-C. Ctrl-C ends the line as Enter would; the caller drops it.
static inline int zhibiao_next_byte(FILE *stream) {
    struct pollfd waiting[2] = {{fileno(stream), POLLIN, 0}, {zhibiao_interrupt_descriptor, POLLIN, 0}};
    for (;;) {
        if (poll(waiting, 2, -1) < 0) {
            if (errno != EINTR) return EOF;
            rl_check_signals();  // a resized window, Ctrl-Z, a request to end
            continue;
        }
        if (waiting[1].revents & POLLIN) {
            char byte;
            if (read(zhibiao_interrupt_descriptor, &byte, 1) == 1) {
                zhibiao_line_abandoned = 1;
                rl_point = rl_end;
                rl_redisplay();
                fputs("^C", rl_outstream);
                return '\n';
            }
        }
        if (waiting[0].revents) {
            unsigned char key;
            ssize_t got = read(fileno(stream), &key, 1);
            if (got == 1) return key;
            if (got == 0 || errno != EINTR) return EOF;
        }
    }
}

/// Prepares readline; `interrupts` is readable when Ctrl-C was pressed.
static inline void zhibiao_readline_start(int interrupts) {
    zhibiao_interrupt_descriptor = interrupts;
    rl_readline_name = "zhibiao";
    rl_getc_function = zhibiao_next_byte;
    // Words end at these; there is nothing to complete with the Tab key yet, so it is a plain key.
    rl_bind_key('\t', rl_insert);
    // A paste of several lines arrives line by line, without marks around it.
    rl_variable_bind("enable-bracketed-paste", "off");
}

/// Edits one line. NULL at the end of input; else the caller frees it. `abandoned` tells whether Ctrl-C ended it.
static inline char *_Nullable zhibiao_readline(const char *_Nonnull prompt, int *_Nonnull abandoned) {
    zhibiao_line_abandoned = 0;
    char *line = readline(prompt);
    *abandoned = zhibiao_line_abandoned;
    return line;
}

/// Puts `line` at the end of this session's history.
static inline void zhibiao_remember(const char *_Nonnull line) { add_history(line); }
#endif
