// Made by packages/cli/keep-bundle.mjs from packages/cli/src and what it imports. Do not edit.
throw Object.assign(new Error('this copy of shapegate has no commands that talk to a service'), { name: 'ToolProblem', help: 'Run `npm install --save-dev shapegate`.' });
